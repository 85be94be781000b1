package org.rovingpm.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.rovingpm.practice.CqcRating;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Position;
import org.rovingpm.practice.Postcode;
import org.rovingpm.practice.Practice;
import org.rovingpm.practice.PracticeStatus;

/**
 * A county that cannot exist: its postcodes begin with a letter that no postcode begins with, it lies in the North Sea, its
 * telephone numbers are those kept for drama, and no practice has a code like Z90001. Always the same.
 */
final class InventedCounty {

    /** How many practices it has. */
    static final int PRACTICES = 124;
    /** How many districts, QM1 to QM9, its postcodes have. */
    static final int DISTRICTS = 9;

    private static final double LATITUDE = 54.6;
    private static final double LONGITUDE = 1.9;
    private static final int DORMANT = 77;
    private static final int CLOSED = 118;

    private static final List<String> BEGINNINGS =
            List.of("Fable", "Dream", "Guess", "Maybe", "Mock", "Sham", "Tale", "Yarn", "Hoax", "Whim");
    private static final List<String> ENDINGS = List.of(
            "ton", "worth", "by", "ford", "bury", "wick", "ley", "dale", "mere", "stead", "thorpe", "combe", "field");
    private static final List<String> KINDS =
            List.of("Surgery", "Medical Centre", "Health Centre", "Family Practice", "Medical Practice");
    private static final List<String> STREETS = List.of(
            "Unicorn Street",
            "Rainbow's End",
            "Once-upon-a-Time Lane",
            "Cloud Nine Road",
            "Moonbeam Row",
            "Make-Believe Way");
    private static final List<CqcRating> RATINGS = List.of(
            CqcRating.OUTSTANDING,
            CqcRating.GOOD,
            CqcRating.GOOD,
            CqcRating.GOOD,
            CqcRating.GOOD,
            CqcRating.GOOD,
            CqcRating.GOOD,
            CqcRating.REQUIRES_IMPROVEMENT,
            CqcRating.REQUIRES_IMPROVEMENT,
            CqcRating.INADEQUATE,
            CqcRating.NOT_RATED);
    private static final String LETTERS = "ABDEFGHJLNPQRSTUWXYZ";

    private final List<Practice> practices = new ArrayList<>();
    private final Map<Postcode, Position> positions = new HashMap<>();

    InventedCounty() {
        Random chance = new Random(1974);
        for (int number = 1; number <= PRACTICES; number++) {
            practices.add(practice(number, chance));
        }
        for (int district = 1; district <= DISTRICTS; district++) {
            positions.put(homeIn(district), around(district, chance));
        }
    }

    List<Practice> practices() {
        return List.copyOf(practices);
    }

    /** Where its practices and the homes of its PMs are. */
    Map<Postcode, Position> positions() {
        return Map.copyOf(positions);
    }

    static OdsCode code(int number) {
        return new OdsCode("Z9%04d".formatted(number));
    }

    /** A postcode of homes only. */
    static Postcode homeIn(int district) {
        return new Postcode("QM%d 9HM".formatted(district));
    }

    private Practice practice(int number, Random chance) {
        int district = 1 + (number - 1) % DISTRICTS;
        Postcode postcode =
                new Postcode("QM%d %d%c%c".formatted(district, 1 + chance.nextInt(8), letter(chance), letter(chance)));
        positions.putIfAbsent(postcode, around(district, chance));
        String town = BEGINNINGS.get((number * 7) % BEGINNINGS.size()) + ENDINGS.get(number % ENDINGS.size());
        PracticeStatus status = number == DORMANT
                ? PracticeStatus.DORMANT
                : number == CLOSED ? PracticeStatus.CLOSED : PracticeStatus.ACTIVE;
        return new Practice(
                code(number),
                town + " " + KINDS.get(chance.nextInt(KINDS.size())),
                "%d %s, %s".formatted(1 + chance.nextInt(90), STREETS.get(chance.nextInt(STREETS.size())), town),
                postcode,
                "01632 960%03d".formatted(number),
                "QZZ",
                null,
                status,
                LocalDate.of(1974 + chance.nextInt(45), 4, 1),
                status == PracticeStatus.CLOSED ? LocalDate.of(2025, 3, 31) : null,
                listSize(number, chance),
                RATINGS.get(chance.nextInt(RATINGS.size())),
                true,
                positions.get(postcode));
    }

    /** From 900 to 44,000: many middling practices, few very large ones. */
    private static int listSize(int number, Random chance) {
        if (number == 1) {
            return 44_000;
        }
        if (number == 2) {
            return 900;
        }
        double spread = Math.exp(8.95 + 0.62 * chance.nextGaussian());
        return (int) Math.round(Math.max(1_200, Math.min(36_000, spread)));
    }

    /** Districts lie around the middle of the county, up to about 25 miles from it. */
    private static Position around(int district, Random chance) {
        double angle = 2 * Math.PI * district / DISTRICTS;
        double distance = district == 1 ? 0 : 0.18;
        return new Position(
                LATITUDE + distance * Math.sin(angle) + 0.06 * chance.nextGaussian(),
                LONGITUDE + 1.7 * distance * Math.cos(angle) + 0.1 * chance.nextGaussian());
    }

    private static char letter(Random chance) {
        return LETTERS.charAt(chance.nextInt(LETTERS.length()));
    }
}
