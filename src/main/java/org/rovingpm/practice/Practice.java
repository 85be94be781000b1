package org.rovingpm.practice;

import java.time.LocalDate;

/**
 * A GP practice.
 *
 * @param address   lines of the address without the postcode, separated by commas; null if not known
 * @param postcode  null if not known
 * @param telephone null if not known
 * @param icb       code of its integrated care board; null if not known
 * @param subIcb    code of its sub-ICB location; null if not known
 * @param openedOn  null if not known
 * @param closedOn  null unless the register gives the day it closed or will close
 * @param listSize  registered patients; null if not known
 * @param inScheme  whether it is one of those that the scheme serves
 * @param position  where it is, from its postcode; null if not known
 */
public record Practice(
        OdsCode code,
        String name,
        String address,
        Postcode postcode,
        String telephone,
        String icb,
        String subIcb,
        PracticeStatus status,
        LocalDate openedOn,
        LocalDate closedOn,
        Integer listSize,
        CqcRating cqcRating,
        boolean inScheme,
        Position position) {

    private static final int LONGEST_NAME = 100;
    private static final int LARGEST_LIST = 1_000_000;

    public Practice {
        require(code != null, "A practice has an ODS code.");
        require(
                name != null && !name.isBlank() && name.length() <= LONGEST_NAME,
                "A practice has a name of at most 100 characters.");
        require(status != null, "A practice has a status.");
        require(
                listSize == null || listSize >= 0 && listSize <= LARGEST_LIST,
                "A list size is between 0 and 1,000,000.");
        cqcRating = cqcRating == null ? CqcRating.UNKNOWN : cqcRating;
    }

    /** Whether it sees patients: a dormant, closed or proposed practice does not. */
    public boolean open() {
        return status == PracticeStatus.ACTIVE;
    }

    private static void require(boolean rule, String sentence) {
        if (!rule) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
