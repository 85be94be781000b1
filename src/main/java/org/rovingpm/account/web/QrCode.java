package org.rovingpm.account.web;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code as the outline that a page draws, so that no picture has to be stored or fetched.
 *
 * @param viewBox the size of the drawing, with the empty margin that scanners need
 * @param path    the dark squares
 */
public record QrCode(String viewBox, String path) {

    private static final int MARGIN = 4;

    static QrCode of(String text) {
        ByteMatrix squares = squares(text);
        StringBuilder path = new StringBuilder();
        for (int row = 0; row < squares.getHeight(); row++) {
            for (int column = 0; column < squares.getWidth(); column++) {
                if (squares.get(column, row) == 1) {
                    path.append('M')
                            .append(column + MARGIN)
                            .append(' ')
                            .append(row + MARGIN)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrCode(
                "0 0 %d %d".formatted(squares.getWidth() + 2 * MARGIN, squares.getHeight() + 2 * MARGIN),
                path.toString());
    }

    private static ByteMatrix squares(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }
}
