package org.rovingpm.practice.file;

/** Numbers of things in plain English: "1 row", "8,226 rows". */
public class CountText {

    private CountText() {}

    public static String of(long number, String thing) {
        return "%,d %s%s".formatted(number, thing, number == 1 ? "" : "s");
    }
}
