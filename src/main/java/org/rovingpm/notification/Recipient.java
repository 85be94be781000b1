package org.rovingpm.notification;

/**
 * The recipient of a message.
 *
 * @param person  user id; of a practice, which has no account, its ODS code
 * @param name    as they are addressed
 * @param address e-mail address; null if there is none
 * @param why     why there is no address, as a sentence; null if there is one
 */
public record Recipient(String person, String name, String address, String why) {

    public static Recipient of(String person, String name, String address) {
        boolean missing = address == null || address.isBlank();
        return new Recipient(
                person, name, missing ? null : address.strip(), missing ? "No e-mail address is known." : null);
    }

    /** @param left whether they have left the scheme */
    public static Recipient of(String person, String name, String address, boolean left) {
        return left ? unreachable(person, name, "They have left the scheme.") : of(person, name, address);
    }

    public static Recipient unreachable(String person, String name, String why) {
        return new Recipient(person, name, null, why);
    }

    /** Nobody is sent anything of a case that has been hidden from them since it was written. */
    public static Recipient ofHiddenCase(String person, String name) {
        return unreachable(person, name, "The case has been hidden from them.");
    }

    public boolean isReachable() {
        return address != null;
    }
}
