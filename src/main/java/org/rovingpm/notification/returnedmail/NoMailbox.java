package org.rovingpm.notification.returnedmail;

/** For installations without a mailbox for returned mail. */
class NoMailbox implements ReturnedMailbox {

    @Override
    public boolean isSet() {
        return false;
    }

    @Override
    public String name() {
        throw new IllegalStateException("There is no mailbox for returned mail");
    }

    @Override
    public Round read(Place from, int most) {
        throw new IllegalStateException("There is no mailbox for returned mail");
    }
}
