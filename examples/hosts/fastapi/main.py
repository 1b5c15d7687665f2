"""A web service that assesses one case (评估接口): ``uvicorn main:app``, then ``/docs``."""

from datetime import date
from typing import Annotated

from fastapi import Body, FastAPI, Request
from fastapi.responses import JSONResponse

# xinfang: begin
import xinfang_core as xf
from xinfang_core.codec.schema import schema_of

POLICY, CALENDAR = xf.load_policy("online-proxy"), xf.mainland_calendar()
SENT, ANSWER, PROBLEM = map(schema_of, ("case", "assessment-standard", "error"))
# xinfang: end

app = FastAPI(title="信访件评估")
ACCEPTED = {"requestBody": {"content": {"application/json": {"schema": SENT}}}}
ANSWERED = {
    200: {"content": {"application/json": {"schema": ANSWER}}},
    422: {
        "description": "记录有误：一次列出全部错误",
        "content": {"application/problem+json": {"schema": PROBLEM}},
    },
}


@app.post("/assess", openapi_extra=ACCEPTED, responses=ANSWERED, response_model=None)
def assess(record: Annotated[object, Body()], as_of: date) -> dict[str, object]:
    """评估一件信访事项，问的是 as_of 这一天."""
    # xinfang: begin
    case = xf.decode_case(record, POLICY.declared)
    answer = xf.assess(case, POLICY.in_force(case, as_of), CALENDAR, as_of)
    return xf.encode_assessment(answer)
    # xinfang: end


# xinfang: begin
@app.exception_handler(xf.XinfangError)
def refuse(_: Request, error: xf.XinfangError) -> JSONResponse:
    """Say what is wrong with a record, as problem details (RFC 9457)."""
    return JSONResponse(xf.encode_error(error), 422, media_type="application/problem+json")


# xinfang: end
