package org.rovingpm.notification.queue;

import java.util.HashMap;
import java.util.Map;
import org.rovingpm.account.AccountNotice;
import org.rovingpm.account.AccountNotices;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.notification.Recipient;
import org.rovingpm.notification.recipient.AccountRecipient;
import org.rovingpm.notification.template.AccountFields;
import org.rovingpm.notification.template.MessageTemplates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes to people about their accounts. */
@Component
class NotifyAccountHolder {

    private static final Map<AccountNotice.Kind, String> TEMPLATES = Map.of(
            AccountNotice.Kind.PASSWORD_CHANGED, "password-changed",
            AccountNotice.Kind.ADDRESS_CHANGED, "address-changed",
            AccountNotice.Kind.PASSWORD_FORGOTTEN, "forgotten-password",
            AccountNotice.Kind.SECOND_FACTOR_SET_UP, "second-factor-set-up",
            AccountNotice.Kind.SECOND_FACTOR_REMOVED, "second-factor-removed",
            AccountNotice.Kind.RECOVERY_CODE_USED, "recovery-code-used",
            AccountNotice.Kind.CODES_GUESSED, "codes-guessed",
            AccountNotice.Kind.PROGRAM_PASSWORD_MADE, "program-password-made");

    private final MessageTemplates templates;
    private final QueueMessage queueMessage;
    private final AccountNotices notices;

    NotifyAccountHolder(MessageTemplates templates, QueueMessage queueMessage, AccountNotices notices) {
        this.templates = templates;
        this.queueMessage = queueMessage;
        this.notices = notices;
    }

    /** In the transaction that changes the account. */
    @EventListener
    void tell(AccountNotice notice) {
        String number = Long.toString(notice.id());
        Map<String, Object> values = new HashMap<>();
        values.put(AccountFields.USER_NAME, notice.person());
        if (notice.kind() != AccountNotice.Kind.PASSWORD_FORGOTTEN) {
            values.put(AccountFields.CHANGED_AT, BritishFormat.dateAndTime(notice.at()));
        }
        queueMessage.write(
                templates.get(TEMPLATES.get(notice.kind())),
                "account-notice:" + number,
                null,
                AccountRecipient.NAME,
                Recipient.of(
                        number, notice.name(), notices.addressOf(notice.id()).orElse(null)),
                null,
                values);
    }
}
