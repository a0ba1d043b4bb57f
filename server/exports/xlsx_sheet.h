#pragma once

#include "server/exports/sheet.h"

#include <memory>

namespace orderdeck::server::exports {

/// An Excel workbook (Office Open XML): the orders on one sheet with a frozen head and filters, their parts on others, and
/// one about them. Texts
/// are texts and never formulas, dates are dates, amounts numbers with the decimals of their currency. Rows go to a
/// temporary folder of this process alone, not into memory; it is gone with the object.
class XlsxSheet final : public Sheet, private PartSink {
public:
    static base::Result<std::unique_ptr<Sheet>> create(const words::ViewContext& context);
    ~XlsxSheet() override;
    base::Result<void> add(std::span<const Cell> cells) override;
    PartSink* parts() override { return this; }
    base::Result<std::string> finish(const SheetHead& head) override;

private:
    struct Book;
    base::Result<void> add_part(std::size_t sheet, std::span<const Cell> cells) override;
    explicit XlsxSheet(std::unique_ptr<Book> book);
    std::unique_ptr<Book> book_;
};

} // namespace orderdeck::server::exports
