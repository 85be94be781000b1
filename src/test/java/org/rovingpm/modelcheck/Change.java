package org.rovingpm.modelcheck;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a manager deploys in one go, shown in test names by what it does. */
record Change(String what, Map<String, byte[]> files, String answer) {

    /** A change that is accepted. */
    static Change good(String what) {
        return new Change(what, new LinkedHashMap<>(), null);
    }

    /** @param answer a part of the sentence that refuses it */
    static Change bad(String what, String answer) {
        return new Change(what, new LinkedHashMap<>(), answer);
    }

    Change with(ChangedModel model) {
        return with(model.file(), model.bytes());
    }

    Change with(String form, ChangedForm changed) {
        return with(form + ".form", changed.bytes());
    }

    Change with(String file, byte[] content) {
        files.put(file, content);
        return this;
    }

    @Override
    public String toString() {
        return what;
    }
}
