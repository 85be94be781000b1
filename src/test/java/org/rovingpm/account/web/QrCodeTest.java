package org.rovingpm.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final Pattern SQUARE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");
    private static final int SCALE = 4;
    private static final int WHITE = 0xffffff;

    @Test
    void aScannerReadsWhatWasDrawn() throws ReaderException {
        String text = "otpauth://totp/Roving%20PM:somebody?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Roving%20PM";
        QrCode code = QrCode.of(text);
        int size = Integer.parseInt(code.viewBox().replaceFirst("0 0 (\\d+) \\1", "$1")) * SCALE;
        int[] picture = new int[size * size];
        Arrays.fill(picture, WHITE);
        SQUARE.matcher(code.path()).results().forEach(square -> blacken(square, picture, size));
        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(size, size, picture))))
                        .getText())
                .isEqualTo(text);
    }

    private static void blacken(MatchResult square, int[] picture, int size) {
        int left = Integer.parseInt(square.group(1)) * SCALE;
        int top = Integer.parseInt(square.group(2)) * SCALE;
        for (int row = top; row < top + SCALE; row++) {
            Arrays.fill(picture, row * size + left, row * size + left + SCALE, 0);
        }
    }
}
