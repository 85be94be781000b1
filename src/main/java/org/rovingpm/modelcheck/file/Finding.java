package org.rovingpm.modelcheck.file;

import org.springframework.modulith.NamedInterface;

/**
 * A problem of a file, or a warning about it.
 *
 * @param file     name of the file
 * @param element  id of the element in it; null if it is about the whole file
 * @param label    the label of the element; null if it has none
 * @param sentence the problem and what to do, for somebody who draws processes and writes no code
 */
@NamedInterface("file")
public record Finding(String file, String element, String label, String sentence) {

    public Finding {
        sentence = sentence.replaceAll("\\s+", " ");
    }

    /** The finding on one line: file, element and sentence. */
    @Override
    public String toString() {
        return "%s: %s".formatted(file, sentence);
    }
}
