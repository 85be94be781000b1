package org.rovingpm.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The inside of an office document, as far as needed to accept or refuse it: its declared type, and whether it
 * contains anything that can run. Reading stops at a sensible size.
 */
final class OfficePackage {

    private static final int MOST_ENTRIES = 5_000;
    private static final long MOST_BYTES = 200L * 1024 * 1024;
    private static final int LONGEST_PART = 1024 * 1024;
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String MIME_TYPE = "mimetype";
    private static final Pattern RUNS = Pattern.compile(
            "(?i)(?:.*/)?(?:vbaProject\\.bin|vbaData\\.xml|macrosheets/.*|activeX/.*|Basic/.*|Scripts/.*"
                    + "|.*\\.(?:exe|dll|com|scr|bat|cmd|js|jse|vbs|vbe|ps1|jar|hta|lnk|msi))");
    private static final Pattern XML = Pattern.compile("(?i).*\\.(?:xml|rels|vml)");

    /** No office program writes one, and its entities can read files and unfold without an end. */
    private static final String DOCTYPE = "<!DOCTYPE";

    /** An attached template brings its macros along. */
    private static final Pattern FOREIGN_TEMPLATE =
            Pattern.compile("(?is)<[^>]*attachedTemplate[^>]*TargetMode\\s*=\\s*[\"']External[\"'][^>]*>"
                    + "|<[^>]*TargetMode\\s*=\\s*[\"']External[\"'][^>]*attachedTemplate[^>]*>");

    private static final byte[] OUTLOOK = "__properties_version1.0".getBytes(StandardCharsets.UTF_16LE);
    private static final byte[] MACROS = "_VBA_PROJECT".getBytes(StandardCharsets.UTF_16LE);

    private final Map<String, String> parts = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private boolean readable;
    private boolean declaresATypeOfItsOwn;

    private OfficePackage() {}

    static OfficePackage read(byte[] content) {
        OfficePackage read = new OfficePackage();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            read.readable = read.readAll(zip);
        } catch (IOException | IllegalArgumentException notAPackage) {
            read.readable = false;
        }
        return read;
    }

    /** Whether it is an Office Open XML document whose main part is of this type, with nothing in it that can run. */
    boolean isOfficeOpen(String mainPart) {
        String types = parts.getOrDefault(CONTENT_TYPES, "");
        return harmless()
                && types.contains(mainPart)
                && !types.toLowerCase(Locale.ROOT).contains("macroenabled")
                && parts.values().stream()
                        .noneMatch(part -> FOREIGN_TEMPLATE.matcher(part).find());
    }

    /** Whether it is an OpenDocument of this type, with nothing in it that can run. */
    boolean isOpenDocument(String type) {
        return harmless() && type.equals(parts.getOrDefault(MIME_TYPE, "").strip());
    }

    /** Whether this is a message saved by Outlook. Its format can also hold other documents, with macros. */
    static boolean isOutlookMessage(byte[] content) {
        return contains(content, OUTLOOK) && !contains(content, MACROS);
    }

    private boolean harmless() {
        return readable
                && !declaresATypeOfItsOwn
                && names.stream().noneMatch(name -> RUNS.matcher(name).matches());
    }

    private boolean readAll(ZipInputStream zip) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        long all = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (names.size() == MOST_ENTRIES || !names.add(entry.getName())) {
                return false;
            }
            boolean wholePart = entry.getName().equals(CONTENT_TYPES)
                    || entry.getName().equals(MIME_TYPE)
                    || entry.getName().endsWith(".rels");
            StringBuilder part = new StringBuilder();
            String end = "";
            for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                all += read;
                if (all > MOST_BYTES || wholePart && part.length() + read > LONGEST_PART) {
                    return false;
                }
                String here = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
                if (wholePart) {
                    part.append(here);
                }
                if (XML.matcher(entry.getName()).matches()) {
                    String seen = (end + here).replace("\0", "");
                    declaresATypeOfItsOwn |= seen.contains(DOCTYPE);
                    end = seen.substring(Math.max(0, seen.length() - DOCTYPE.length()));
                }
            }
            if (wholePart) {
                parts.put(entry.getName(), part.toString());
            }
        }
        return !names.isEmpty();
    }

    private static boolean contains(byte[] content, byte[] searched) {
        for (int at = 0; at <= content.length - searched.length; at++) {
            int same = 0;
            while (same < searched.length && content[at + same] == searched[same]) {
                same++;
            }
            if (same == searched.length) {
                return true;
            }
        }
        return false;
    }
}
