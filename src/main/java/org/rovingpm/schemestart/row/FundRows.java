package org.rovingpm.schemestart.row;

import java.util.Locale;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.funding.ChangeFund;
import org.rovingpm.funding.Funds;
import org.rovingpm.schemestart.sheet.Sheet;
import org.rovingpm.schemestart.sheet.SheetRow;
import org.rovingpm.submission.Submissions;
import org.springframework.stereotype.Component;

/** Opens funds, as the form “Fund change” does. */
@Component
class FundRows implements RowImport {

    private final Submissions submissions;
    private final ChangeFund changeFund;
    private final Funds funds;

    FundRows(Submissions submissions, ChangeFund changeFund, Funds funds) {
        this.submissions = submissions;
        this.changeFund = changeFund;
        this.funds = funds;
    }

    @Override
    public Sheet sheet() {
        return Sheet.FUNDS;
    }

    @Override
    public String key(SheetRow row) {
        return Fields.key("fund", code(row));
    }

    @Override
    public Imported take(SheetRow row, long file, String who) {
        String code = code(row);
        if (funds.find(code).isPresent()) {
            return new Imported(row, false, "The fund %s is open already".formatted(code));
        }
        ChangeFund.Form form = submissions.read(ChangeFund.Form.class, row.values());
        changeFund.change(form, who);
        return new Imported(row, true, "%s with %s".formatted(form.name(), BritishFormat.pounds(form.amount())));
    }

    private static String code(SheetRow row) {
        return row.text("code").toUpperCase(Locale.ROOT);
    }
}
