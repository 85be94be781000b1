package org.rovingpm.notification.recipient;

import java.util.List;
import org.rovingpm.notification.Recipient;
import org.rovingpm.notification.RecipientSource;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.request.HelpRequests;
import org.springframework.stereotype.Component;

/** The person who requested help on the public pages and has not confirmed it yet, known by the number of the request. */
@Component
public class RequesterRecipient implements RecipientSource {

    public static final String NAME = "requester";

    private final HelpRequests requests;

    RequesterRecipient(HelpRequests requests) {
        this.requests = requests;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "the person who requested help";
    }

    @Override
    public List<Recipient> of(CaseReference reference) {
        return List.of();
    }

    @Override
    public Recipient findAgain(CaseReference reference, String request, String name) {
        return requests.addressOf(Long.parseLong(request))
                .map(address -> Recipient.of(request, name, address))
                .orElseGet(
                        () -> Recipient.unreachable(request, name, "The request has been confirmed, or has expired."));
    }
}
