"""Answers by HTTP (接口服务), for hosts that are not Python; needs the extra ``serve``."""

from xinfang_core.serving.app import make_app
from xinfang_core.serving.limits import Limits

__all__ = ["Limits", "make_app"]
