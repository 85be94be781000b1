package org.rovingpm.practice;

/** Numbers of things in plain English: "1 row", "8,226 rows". */
class CountText {

    private CountText() {}

    static String of(long number, String thing) {
        return "%,d %s%s".formatted(number, thing, number == 1 ? "" : "s");
    }
}
