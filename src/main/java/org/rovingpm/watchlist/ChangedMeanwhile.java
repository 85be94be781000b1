package org.rovingpm.watchlist;

import org.rovingpm.submission.Refusal;

/** Somebody else has written about the practice since the page was opened. What was typed goes in when it is sent again. */
public class ChangedMeanwhile extends Refusal {

    private static final long serialVersionUID = 1;

    ChangedMeanwhile() {
        super(
                "Somebody else has written about this practice since you opened the page. What you typed is still here, and nothing of it is"
                        + " saved yet: read what they wrote, then press the button again.");
    }
}
