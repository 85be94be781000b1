package org.rovingpm.access;

import java.util.Optional;

/** Where a person's work is. */
public interface Home {

    /** The address of the application to open after signing in; empty for somebody who has none. */
    Optional<String> of(CurrentUser person);
}
