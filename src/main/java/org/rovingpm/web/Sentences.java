package org.rovingpm.web;

/** What people and programs are told where nobody has said anything more particular: one sentence for each kind of refusal. */
final class Sentences {

    private static final int FAILURE = 500;

    private Sentences() {}

    /** @param status of the answer */
    static String of(int status) {
        return switch (status) {
            case 401 -> "Sign in first, or send the key that this address asks for.";
            case 403 -> "You may not do this: your role does not include it, or the page was open for too long.";
            case 404 -> "There is nothing at this address: check it for typing mistakes.";
            case 405 -> "This address cannot be used in this way: it is for another kind of call.";
            case 406 -> "This address has no answer in the format that was asked for.";
            case 408 -> "What was sent took too long to arrive, so nothing has been changed: send it again.";
            case 411 -> "What was sent must say how long it is.";
            case 413 -> "What was sent is larger than this address takes: send less at once.";
            case 414 -> "The address is too long: shorten it.";
            case 415 -> "What was sent is in a format that this address does not take.";
            case 421 -> "This server does not answer for the host that was asked for: use the address you were given.";
            case 429 -> "There have been too many requests in a short time: wait a few minutes and try again.";
            case 431 -> "The headers of the request are too large: delete the cookies of this site and try again.";
            case 503 -> "This is not available at the moment: try again in a few minutes.";
            default ->
                status >= FAILURE
                        ? "Something went wrong on our side: try again in a few minutes."
                        : "What was sent cannot be read: check it and send it again.";
        };
    }
}
