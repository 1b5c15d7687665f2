"""Words of what a service answers by HTTP where it gives no answer (接口服务)."""

TEXTS = {
    "serve.no_path": (
        "没有路径 {found}，可用：{known}",
        "there is no path {found}; there are: {known}",
    ),
    "serve.method": ("这个路径只接受 {known}", "this path takes {known}"),
    "serve.media_type": (
        "请求体的类型（Content-Type）须为 {known} 之一，编码为 UTF-8，不压缩；实际为“{found}”",
        "the body has to be one of {known}, in UTF-8 and not compressed; found “{found}”",
    ),
    "serve.too_large": (
        "请求体超过 {most} 字节；请分几次提交",
        "the body has more than {most} bytes; send it in parts",
    ),
    "serve.too_many": (
        "一批超过 {most} 个请求（NDJSON 的空行也算）；请分几次提交",
        "a batch has more than {most} requests (empty lines count); send it in parts",
    ),
    "serve.not_list": (
        "一批请求须为 JSON 数组，实际为 {found}",
        "a batch is a JSON array, found {found}",
    ),
    "serve.too_slow": (
        "{seconds} 秒之内没有收到完整的请求",
        "the request did not come whole within {seconds} seconds",
    ),
    "serve.busy": (
        "正在处理的请求太多，请稍后再试",
        "too many requests are being answered; try again later",
    ),
    "serve.defect": (
        "程序缺陷（{where}），请反馈；错误信息里没有请求的内容",
        "a defect of ours ({where}); please report it. Nothing of the request is told here",
    ),
}
