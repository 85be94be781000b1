package org.rovingpm.notification.recipient;

import java.util.List;
import org.rovingpm.account.AccountNotices;
import org.rovingpm.notification.Recipient;
import org.rovingpm.notification.RecipientSource;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** Whoever has an account, at the address that the account had when there was something to tell; known by the number of the notice. */
@Component
public class AccountRecipient implements RecipientSource {

    public static final String NAME = "account-holder";

    private final AccountNotices notices;

    AccountRecipient(AccountNotices notices) {
        this.notices = notices;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "whose account it is";
    }

    @Override
    public List<Recipient> of(CaseReference reference) {
        return List.of();
    }

    @Override
    public Recipient findAgain(CaseReference reference, String notice, String name) {
        return notices.addressOf(Long.parseLong(notice))
                .map(address -> Recipient.of(notice, name, address))
                .orElseGet(() -> Recipient.unreachable(notice, name, "No e-mail address is known."));
    }
}
