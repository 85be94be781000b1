package org.rovingpm.web.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The version of our own styles, scripts and images: changes when any of them does, and is the same on every instance. */
public final class FileVersion {

    /** Ten hexadecimal digits. */
    public static final String NOW = ofAll("static/", "plugin-webapp/");

    /** The folder in which addresses have these files. */
    public static final String FOLDER = "files-" + NOW;

    private static final int DIGITS = 10;

    private FileVersion() {}

    private static String ofAll(String... folders) {
        try {
            MessageDigest all = MessageDigest.getInstance("SHA-256");
            for (String folder : folders) {
                for (Resource file : inOrder(folder)) {
                    all.update(file.getContentAsByteArray());
                }
            }
            return HexFormat.of().formatHex(all.digest()).substring(0, DIGITS);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Iterable<Resource> inOrder(String folder) throws IOException {
        SortedMap<String, Resource> files = new TreeMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:" + folder + "**/*.*")) {
            // Where the application lies is no part of its version
            String address = file.getURL().toString();
            files.put(address.substring(address.lastIndexOf(folder)), file);
        }
        return files.values();
    }
}
