"""Calendar and policies as tables of a database (数据库表), so that SQL counts as we do.

Nothing here opens a file or a database: texts come out, and the edge writes them.
"""

from xinfang_core.exporting.dialects import DIALECTS
from xinfang_core.exporting.files import table_files

__all__ = ["DIALECTS", "table_files"]
