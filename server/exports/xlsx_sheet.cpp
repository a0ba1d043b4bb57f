#include "server/exports/xlsx_sheet.h"

#include "shared/base/utf8.h"

#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdlib.h>
#include <xlsxwriter.h>

namespace orderdeck::server::exports {
namespace {

/// Excel takes no longer text in a cell (counted in characters, of which a text never has more than bytes).
constexpr std::size_t kLongestText = 32767;
/// Excel's calendar begins with this year.
constexpr int kFirstYear = 1900;
constexpr std::array kMoneyFormats{"#,##0", "#,##0.0", "#,##0.00", "#,##0.000", "#,##0.0000"};
/// Excel takes no longer name of a sheet (counted as the texts of cells).
constexpr std::size_t kLongestSheetName = 31;
constexpr std::uint8_t kPaperA4 = 9;

/// A folder that nobody else can look into and that is gone with its owner.
class PrivateFolder {
public:
    static base::Result<PrivateFolder> make() {
        std::error_code error;
        const auto where = std::filesystem::temp_directory_path(error);
        std::string name = (where / "orderdeck-export-XXXXXX").string();
        if (error || ::mkdtemp(name.data()) == nullptr)
            return base::fail(base::ErrorCode::io, "no temporary folder for an export");
        return PrivateFolder(std::move(name));
    }
    PrivateFolder(PrivateFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
    PrivateFolder& operator=(PrivateFolder&&) = delete;
    ~PrivateFolder() {
        std::error_code ignored;
        if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
    }
    const std::string& path() const { return path_; }
    std::string file() const { return path_ + "/list.xlsx"; }

private:
    explicit PrivateFolder(std::string path) : path_(std::move(path)) {}
    std::string path_;
};

struct CloseWorkbook {
    void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
};
using Workbook = std::unique_ptr<lxw_workbook, CloseWorkbook>;

base::Result<void> checked(lxw_error error) {
    if (error == LXW_NO_ERROR) return {};
    return base::fail(base::ErrorCode::io, std::string("workbook: ") + lxw_strerror(error));
}

std::string text_for(std::string_view text) { return std::string(base::truncate_utf8(text, kLongestText)); }

double major_units(const domain::Money& money) {
    return static_cast<double>(money.minor) / std::pow(10.0, money.currency.decimals());
}

double units_of(domain::Quantity quantity) {
    return static_cast<double>(quantity.micro()) / static_cast<double>(domain::Quantity::kScale);
}

/// A sheet of the workbook, which owns it, and its rows so far, with the head.
struct Page {
    lxw_worksheet* sheet = nullptr;
    lxw_row_t rows = 1;
};

} // namespace

struct XlsxSheet::Book {
    PrivateFolder folder;
    words::ViewContext context;
    Workbook workbook;
    Page orders;
    std::vector<Page> parts;    ///< in the order of part_sheets()
    lxw_format* head = nullptr; ///< owned by the workbook, as are the others
    lxw_format* date = nullptr;
    std::array<lxw_format*, kMoneyFormats.size()> money{};

    lxw_format* format_of(const char* number_format) const {
        lxw_format* format = workbook_add_format(workbook.get());
        format_set_num_format(format, number_format);
        return format;
    }

    base::Result<void> write_text(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column,
                                  std::string_view text, lxw_format* format) const {
        if (text.empty()) return {};
        return checked(worksheet_write_string(sheet, row, column, text_for(text).c_str(), format));
    }

    base::Result<void> write_date(const Page& page, lxw_col_t column, base::LocalDate day) const {
        if (day.year() < kFirstYear)
            return write_text(page.sheet, page.rows, column, day.to_string(), nullptr);
        lxw_datetime value{day.year(), day.month(), day.day(), 0, 0, 0};
        return checked(worksheet_write_datetime(page.sheet, page.rows, column, &value, date));
    }

    base::Result<void> write_number(const Page& page, lxw_col_t column, double value,
                                    lxw_format* format) const {
        return checked(worksheet_write_number(page.sheet, page.rows, column, value, format));
    }

    base::Result<void> write(const Page& page, lxw_col_t column, const Cell& cell) const {
        if (const auto* text = std::get_if<std::string>(&cell))
            return write_text(page.sheet, page.rows, column, *text, nullptr);
        if (const auto* day = std::get_if<base::LocalDate>(&cell)) return write_date(page, column, *day);
        if (const auto* number = std::get_if<std::int64_t>(&cell))
            return write_number(page, column, static_cast<double>(*number), nullptr);
        if (const auto* quantity = std::get_if<domain::Quantity>(&cell))
            return write_number(page, column, units_of(*quantity), nullptr);
        if (const auto* amount = std::get_if<domain::Money>(&cell)) {
            const auto decimals = static_cast<std::size_t>(amount->currency.decimals());
            return write_number(page, column, major_units(*amount),
                                money.at(std::min(decimals, money.size() - 1)));
        }
        return {};
    }

    base::Result<void> write_row(Page& page, std::span<const Cell> cells) const {
        lxw_col_t column = 0;
        for (const Cell& cell : cells)
            TRY(write(page, column++, cell));
        ++page.rows;
        return {};
    }

    base::Result<Page> add_page(i18n::MessageId title) const {
        const std::string name(base::truncate_utf8(context.text(title), kLongestSheetName));
        lxw_worksheet* sheet = workbook_add_worksheet(workbook.get(), name.c_str());
        if (sheet == nullptr) return base::fail(base::ErrorCode::internal, "workbook: no sheet", name);
        return Page{.sheet = sheet};
    }

    /// Names and widths of the columns; the head stays in sight and on every printed page.
    template <typename Columns>
    base::Result<void> write_head(const Page& page, const Columns& columns) const {
        lxw_col_t at = 0;
        for (const auto& column : columns) {
            TRY(checked(worksheet_set_column(page.sheet, at, at, column.width, nullptr)));
            TRY(write_text(page.sheet, 0, at, context.language.raw(column.title), head));
            ++at;
        }
        worksheet_freeze_panes(page.sheet, 1, 1);
        worksheet_set_landscape(page.sheet);
        worksheet_set_paper(page.sheet, kPaperA4);
        worksheet_fit_to_pages(page.sheet, 1, 0);
        return checked(worksheet_repeat_rows(page.sheet, 0, 0));
    }

    base::Result<void> add_filters(const Page& page, std::size_t columns) const {
        return checked(
            worksheet_autofilter(page.sheet, 0, 0, page.rows - 1, static_cast<lxw_col_t>(columns - 1)));
    }

    base::Result<void> begin();
    base::Result<void> write_about(const SheetHead& about) const;
};

base::Result<void> XlsxSheet::Book::begin() {
    head = workbook_add_format(workbook.get());
    format_set_bold(head);
    format_set_text_wrap(head);
    format_set_align(head, LXW_ALIGN_VERTICAL_TOP);
    format_set_bottom(head, LXW_BORDER_THIN);
    date = format_of("yyyy-mm-dd");
    for (std::size_t decimals = 0; decimals < kMoneyFormats.size(); ++decimals)
        money.at(decimals) = format_of(kMoneyFormats.at(decimals));
    orders = TRY(add_page("orders.title"));
    TRY(write_head(orders, order_columns()));
    for (const PartSheet& each : part_sheets()) {
        parts.push_back(TRY(add_page(each.title)));
        TRY(write_head(parts.back(), each.columns));
    }
    return {};
}

base::Result<void> XlsxSheet::Book::write_about(const SheetHead& about) const {
    lxw_worksheet* sheet = TRY(add_page("export.about_sheet")).sheet;
    constexpr double kWidth = 80;
    TRY(checked(worksheet_set_column(sheet, 0, 0, kWidth, nullptr)));
    TRY(write_text(sheet, 0, 0, about.title, head));
    lxw_row_t row = 1;
    for (const std::string* line :
         {&about.account, &about.restrictions, &about.count, &about.as_of, &about.left_out})
        if (!line->empty()) TRY(write_text(sheet, row++, 0, *line, nullptr));
    return {};
}

XlsxSheet::XlsxSheet(std::unique_ptr<Book> book) : book_(std::move(book)) {}
XlsxSheet::~XlsxSheet() = default;

base::Result<std::unique_ptr<Sheet>> XlsxSheet::create(const words::ViewContext& context) {
    PrivateFolder folder = TRY(PrivateFolder::make());
    auto book = std::make_unique<Book>(Book{.folder = std::move(folder), .context = context});
    std::string folder_name = book->folder.path();
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder_name.data();
    book->workbook.reset(workbook_new_opt(book->folder.file().c_str(), &options));
    if (!book->workbook) return base::fail(base::ErrorCode::io, "workbook: cannot be begun");
    TRY(book->begin());
    return std::unique_ptr<Sheet>(new XlsxSheet(std::move(book)));
}

base::Result<void> XlsxSheet::add(std::span<const Cell> cells) {
    return book_->write_row(book_->orders, cells);
}

base::Result<void> XlsxSheet::add_part(std::size_t sheet, std::span<const Cell> cells) {
    return book_->write_row(book_->parts.at(sheet), cells);
}

base::Result<std::string> XlsxSheet::finish(const SheetHead& head) {
    TRY(book_->add_filters(book_->orders, order_columns().size()));
    for (std::size_t i = 0; i < book_->parts.size(); ++i)
        TRY(book_->add_filters(book_->parts[i], part_sheets()[i].columns.size()));
    TRY(book_->write_about(head));
    lxw_doc_properties properties{};
    std::string title = head.title;
    properties.title = title.data();
    properties.created = static_cast<time_t>(book_->context.clock.now.milliseconds() / 1000);
    TRY(checked(workbook_set_properties(book_->workbook.get(), &properties)));
    // Closing frees the workbook, whatever it returns.
    TRY(checked(workbook_close(book_->workbook.release())));
    std::ifstream file(book_->folder.file(), std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    if (!file || !bytes) return base::fail(base::ErrorCode::io, "workbook: cannot be read back");
    return std::move(bytes).str();
}

} // namespace orderdeck::server::exports
