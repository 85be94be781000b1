package org.rovingpm.web;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import com.openhtmltopdf.bidi.BidiReorderer;

/** Puts the letters of a stretch that runs from right to left in the order in which they stand on paper, and joins Arabic ones. */
final class TextOrder implements BidiReorderer {

    private static final ArabicShaping JOINED = new ArabicShaping(
            ArabicShaping.TEXT_DIRECTION_LOGICAL | ArabicShaping.LETTERS_SHAPE | ArabicShaping.LENGTH_GROW_SHRINK);
    private static final ArabicShaping PARTED = new ArabicShaping(
            ArabicShaping.TEXT_DIRECTION_LOGICAL | ArabicShaping.LETTERS_UNSHAPE | ArabicShaping.LENGTH_GROW_SHRINK);

    @Override
    public String reorderRTLTextToLTR(String text) {
        Bidi bidi = new Bidi();
        bidi.setPara(text, Bidi.RTL, null);
        return bidi.writeReordered(Bidi.DO_MIRRORING);
    }

    @Override
    public String shapeText(String text) {
        return shaped(JOINED, text);
    }

    @Override
    public String deshapeText(String text) {
        return shaped(PARTED, text);
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }

    private static String shaped(ArabicShaping shaping, String text) {
        try {
            return shaping.shape(text);
        } catch (ArabicShapingException impossible) {
            throw new IllegalStateException(
                    "Letters that grow and shrink with their text always have room", impossible);
        }
    }
}
