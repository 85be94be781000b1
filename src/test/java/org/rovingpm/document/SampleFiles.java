package org.rovingpm.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as people and attackers upload them, made here. */
public final class SampleFiles {

    /** The test file that every virus scanner knows (www.eicar.org), in two pieces so that none finds it here. */
    public static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private static final String MAIN =
            "<Types><Override PartName=\"/main.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.%s.main+xml\"/></Types>";

    private SampleFiles() {}

    public static byte[] pdf(String text) {
        return ("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n% " + text + "\ntrailer<</Root 1 0 R>>\n%%EOF")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A PDF that keeps this object among others, packed. */
    static byte[] pdfWithObjects(String object) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(("1 0 " + object).getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes("%PDF-1.5\n2 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>\nstream\n"
                .getBytes(StandardCharsets.ISO_8859_1));
        pdf.writeBytes(packed.toByteArray());
        pdf.writeBytes("\nendstream\nendobj\n%%EOF".getBytes(StandardCharsets.ISO_8859_1));
        return pdf.toByteArray();
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] docx(String... moreParts) {
        return office("wordprocessingml.document", moreParts);
    }

    static byte[] xlsx(String... moreParts) {
        return office("spreadsheetml.sheet", moreParts);
    }

    /** @param moreParts a name and its content, and so on */
    static byte[] office(String main, String... moreParts) {
        Map<String, String> parts = new LinkedHashMap<>(Map.of("[Content_Types].xml", MAIN.formatted(main)));
        for (int part = 0; part < moreParts.length; part += 2) {
            parts.put(moreParts[part], moreParts[part + 1]);
        }
        return zip(parts);
    }

    static byte[] openDocument(String type) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/vnd.oasis.opendocument." + type);
        parts.put("content.xml", "<office:document-content/>");
        return zip(parts);
    }

    static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    /** Some megabytes of nothing in few bytes, again and again. */
    static byte[] bomb() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(MAIN.formatted("wordprocessingml.document").getBytes(StandardCharsets.UTF_8));
            byte[] nothing = new byte[1024 * 1024];
            for (int part = 0; part < 30; part++) {
                zip.putNextEntry(new ZipEntry("word/" + part));
                for (int times = 0; times < 10; times++) {
                    zip.write(nothing);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    static byte[] picture(String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), format, bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    /** The beginning and the directory of a compound file: old Office documents and Outlook's messages. */
    static byte[] compound(String... names) {
        byte[] file = new byte[2048];
        byte[] magic = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(magic, 0, file, 0, magic.length);
        for (int name = 0; name < names.length; name++) {
            byte[] entry = names[name].getBytes(StandardCharsets.UTF_16LE);
            System.arraycopy(entry, 0, file, 1024 + 128 * name, entry.length);
        }
        return file;
    }
}
