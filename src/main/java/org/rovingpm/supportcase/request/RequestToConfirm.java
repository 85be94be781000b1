package org.rovingpm.supportcase.request;

import org.springframework.modulith.NamedInterface;

/**
 * A request for help has been sent through the public pages, and its contact is to be written to.
 *
 * @param request      its number
 * @param email        the address given in the request
 * @param contactName  as it was typed
 * @param practiceName as the register has it
 * @param kind         what the contact is to be told
 */
@NamedInterface("request")
public record RequestToConfirm(long request, String email, String contactName, String practiceName, Kind kind) {

    /** What the contact is to be told. */
    @NamedInterface("request")
    public enum Kind {

        /** Open the link, or nothing will be done. */
        CONFIRM,
        /** The address is trusted: the case is open already. */
        OPENED
    }

    /** Without names and addresses, which nothing may log. */
    @Override
    public String toString() {
        return "RequestToConfirm[%d, %s]".formatted(request, kind);
    }
}
