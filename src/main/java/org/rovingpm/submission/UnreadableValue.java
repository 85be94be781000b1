package org.rovingpm.submission;

/** A value that is not of the kind its field asks for; the message is the sentence for the person. */
class UnreadableValue extends RuntimeException {

    UnreadableValue(String sentence) {
        super(sentence);
    }
}
