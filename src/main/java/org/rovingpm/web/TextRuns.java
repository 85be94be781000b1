package org.rovingpm.web;

import com.ibm.icu.text.Bidi;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.util.ArrayList;
import java.util.List;

/**
 * The stretches of a paragraph that run from left to right, and from right to left, by Unicode's bidirectional algorithm (UAX 9). A
 * number within Hebrew or Arabic stays with it: {@link TextOrder} puts both in their places.
 */
final class TextRuns implements BidiSplitter {

    private final List<BidiTextRun> runs = new ArrayList<>();

    @Override
    public void setParagraph(String paragraph, byte direction) {
        runs.clear();
        Bidi bidi = new Bidi();
        bidi.setPara(paragraph, direction == RTL ? Bidi.RTL : Bidi.LTR, null);
        int start = 0;
        for (int at = 1; at <= paragraph.length(); at++) {
            if (at == paragraph.length() || direction(bidi, at) != direction(bidi, start)) {
                runs.add(new BidiTextRun(start, at - start, direction(bidi, start)));
                start = at;
            }
        }
    }

    private static byte direction(Bidi bidi, int at) {
        boolean english = bidi.getLevelAt(at) == 0 || bidi.getParaLevel() == 1 && bidi.getLevelAt(at) == 2;
        return english ? LTR : RTL;
    }

    @Override
    public int countTextRuns() {
        return runs.size();
    }

    @Override
    public BidiTextRun getVisualRun(int number) {
        return runs.get(number);
    }

    @Override
    public byte getBaseDirection(String paragraph) {
        return Bidi.getBaseDirection(paragraph);
    }
}
