# xinfang serve 的镜像，见 docs/how-to/serve.md；docker build -t xinfang .
FROM python:3.12-slim AS build
WORKDIR /src
COPY pyproject.toml README.md LICENSE ./
COPY src ./src
RUN python -m venv /opt/xinfang \
    && /opt/xinfang/bin/pip install --no-cache-dir '.[serve,cli]'

FROM python:3.12-slim
RUN useradd --system --uid 10001 --no-create-home xinfang
COPY --from=build /opt/xinfang /opt/xinfang
ENV PATH=/opt/xinfang/bin:$PATH PYTHONUTF8=1
USER 10001
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=3)"]
CMD ["xinfang", "serve", "--host", "0.0.0.0"]
