package org.rovingpm.modelcheck.file;

import org.springframework.modulith.NamedInterface;

/**
 * One thing that is wrong with a file, or that whoever deploys it should know.
 *
 * @param file     name of the file
 * @param element  id of the element in it; null where it is about the whole file
 * @param label    what people call the element; null where it has no label
 * @param sentence what is wrong and what to do, for somebody who draws processes and writes no code
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
