"""Files that are refused as a whole, before any row of them is looked at.

Failure
└── Refused                    a file that is not read; each class says why and how to mend it
    ├── FileMissing            no such file, or a folder
    ├── FileUnreadable         the system does not let us read it
    ├── FileEmpty              no byte, no sheet, or no cell with a value
    ├── WrongKind              neither CSV, XLSX, XLS nor an HTML table
    ├── PasswordProtected      encrypted
    ├── Garbage                bytes that are no text and no workbook
    ├── Truncated              ends in the middle
    ├── Damaged                a workbook whose inside does not hold together
    ├── ZipBomb                unpacks to far more than it weighs
    ├── TooLarge               more bytes, cells or memory than the limits allow
    ├── TooSlow                more time than the limits allow
    ├── HasDtd                 declares a document type or entities
    ├── HasMacros              carries macros
    └── HasExternalLinks       takes values from other files
"""

from typing import ClassVar, Final

from schema.errors import Failure
from schema.text import Text


class Refused(Failure):
    """A file that is not read. `detail` says what was met, `where` is the file's name."""

    code = "FILE_REFUSED"
    says: ClassVar[Text] = Text("文件不能读取", "the file cannot be read")
    mend: ClassVar[Text] = Text("另存为 XLSX 后重试", "save it as XLSX and try again")

    def __init__(self, detail: Text | None = None, *, where: str = "") -> None:
        self.detail = detail
        what = self.says
        if detail is not None:
            what = Text(f"{what.zh}：{detail.zh}", f"{what.en}: {detail.en}")
        super().__init__(what, self.mend, where=where)


class FileMissing(Refused):
    """No such file, or a folder."""

    code = "FILE_MISSING"
    says = Text("找不到文件", "there is no such file")
    mend = Text("核对文件名和路径", "check its name and folder")


class FileUnreadable(Refused):
    """The system does not let us read it."""

    code = "FILE_UNREADABLE"
    says = Text("没有读取文件的权限", "the file may not be read")
    mend = Text("修改文件权限，或复制到自己的文件夹", "change its permissions, or copy it to your own folder")


class FileEmpty(Refused):
    """No byte, no sheet, or no cell with a value."""

    code = "FILE_EMPTY"
    says = Text("文件没有内容", "the file is empty")
    mend = Text("核对是否选错文件，或重新导出", "check that it is the right file, or export it again")


class WrongKind(Refused):
    """Neither CSV, XLSX, XLS nor an HTML table."""

    code = "FILE_WRONG_KIND"
    says = Text("不是能读取的表格", "not a table that can be read")
    mend = Text(
        "用表格软件打开，另存为 XLSX 或 CSV", "open it in a spreadsheet program and save it as XLSX or CSV"
    )


class PasswordProtected(Refused):
    """Encrypted."""

    code = "FILE_PASSWORD"
    says = Text("文件有打开密码", "the file needs a password")
    mend = Text("去掉打开密码后重新保存", "remove the password and save it again")


class Garbage(Refused):
    """Bytes that are no text and no workbook."""

    code = "FILE_GARBAGE"
    says = Text("文件内容无法识别", "the content makes no sense")
    mend = Text("重新导出；CSV 请用 UTF-8 编码", "export it again, CSV in UTF-8")


class Truncated(Refused):
    """Ends in the middle."""

    code = "FILE_TRUNCATED"
    says = Text("文件不完整", "the file is cut off")
    mend = Text("重新下载、复制或导出", "download, copy or export it again")


class Damaged(Refused):
    """A workbook whose inside does not hold together."""

    code = "FILE_DAMAGED"
    says = Text("文件已损坏", "the file is damaged")
    mend = Text(
        "用表格软件打开并修复，另存为 XLSX", "open and repair it in a spreadsheet program, save it as XLSX"
    )


class ZipBomb(Refused):
    """Unpacks to far more than it weighs."""

    code = "FILE_ZIP_BOMB"
    says = Text("压缩内容异常庞大", "it unpacks to far more than it weighs")
    mend = Text(
        "只保留有数据的行列，另存为新文件", "keep only rows and columns with data, save as a new file"
    )


class TooLarge(Refused):
    """More bytes, cells or memory than the limits allow."""

    code = "FILE_TOO_LARGE"
    says = Text("文件过大", "the file is too large")
    mend = Text(
        "删除空白的行列，或分成几个文件", "delete blank rows and columns, or split it into several files"
    )


class TooSlow(Refused):
    """More time than the limits allow."""

    code = "FILE_TOO_SLOW"
    says = Text("读取超时", "reading took too long")
    mend = Text("分成几个文件，或另存为 CSV", "split it into several files, or save it as CSV")


class HasDtd(Refused):
    """Declares a document type or entities."""

    code = "FILE_DTD"
    says = Text("文件含有文档类型声明（DTD）", "the file declares a document type (DTD)")
    mend = Text("用表格软件打开，另存为 XLSX", "open it in a spreadsheet program and save it as XLSX")


class HasMacros(Refused):
    """Carries macros."""

    code = "FILE_MACROS"
    says = Text("文件含有宏", "the file carries macros")
    mend = Text("另存为不含宏的 XLSX", "save it as XLSX without macros")


class HasExternalLinks(Refused):
    """Takes values from other files."""

    code = "FILE_EXTERNAL_LINKS"
    says = Text("文件引用了其他文件的数据", "the file takes values from other files")
    mend = Text("断开外部链接（粘贴为数值）后保存", "break the links (paste as values) and save it")


REFUSALS: Final[tuple[type[Refused], ...]] = (
    FileMissing,
    FileUnreadable,
    FileEmpty,
    WrongKind,
    PasswordProtected,
    Garbage,
    Truncated,
    Damaged,
    ZipBomb,
    TooLarge,
    TooSlow,
    HasDtd,
    HasMacros,
    HasExternalLinks,
)
"""All of them, for the documents and for what the reading process reports."""
