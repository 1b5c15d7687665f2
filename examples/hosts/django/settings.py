"""A small office (示例设置): one app, PostgreSQL, and a folder of notices not shipped yet."""

import os
from pathlib import Path

INSTALLED_APPS = ["petitions"]
# Host, port, user and password are those of libpq: PGHOST, PGPORT, PGUSER, PGPASSWORD.
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": os.environ.get("PGDATABASE", "petitions"),
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
# 次年的放假通知，用 xinfang calendar import 导入到这里，不用升级本库。
# 放进之后重启各个进程，再运行 recheck；升级本库以后已经随附的，要移走。
FOLDER = os.environ.get("XINFANG_NOTICES", Path(__file__).parent / "notices")
NOTICES = sorted(Path(FOLDER).glob("*.toml"))
