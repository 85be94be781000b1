package org.rovingpm.notification.returnedmail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rovingpm.notification.ReceivedMail;
import org.rovingpm.notification.ReceivedMail.Answered;
import org.rovingpm.notification.ReceivedMail.Attachment;
import org.rovingpm.notification.delivery.MailChannel;

/**
 * Reads what somebody has written to the scheme. Everything has a limit: how deep parts may nest, how many there may be, how long a
 * text and how large a file. Pictures that belong to the text, such as logos in signatures, are left out.
 */
final class ReceivedMailParser {

    /** One byte more than a document may have, so that it is seen to be too large. */
    private static final int LARGEST_FILE = 10 * 1024 * 1024 + 1;

    private static final int LARGEST_TEXT = 400_000;
    private static final int LONGEST_LINE_OF_IDS = 20_000;
    private static final int DEEPEST = 8;
    private static final int MOST_PARTS = 60;
    private static final int MOST_FILES = 20;
    private static final Pattern NO = Pattern.compile("\\s*no\\s*(;.*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern BULK =
            Pattern.compile("\\s*(auto_reply|bulk|junk|list)\\s*", Pattern.CASE_INSENSITIVE);
    private static final String TOO_MUCH = "It has more parts or files than are read here: look at it in the mailbox.";
    private static final String UNREADABLE = "Parts of it could not be read: look at it in the mailbox.";

    private final String replyAddress;
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<Attachment> files = new ArrayList<>();
    private int parts;
    private String unread;

    private ReceivedMailParser(String replyAddress) {
        this.replyAddress = replyAddress;
    }

    /**
     * @param replyAddress the address to which messages are answered
     * @param heads        whether only its head can be read, because it is too large
     * @throws MessagingException if not even its head can be read
     */
    static ReceivedMail read(MimeMessage mail, Instant arrived, String replyAddress, boolean heads)
            throws MessagingException {
        ReceivedMailParser parser = new ReceivedMailParser(replyAddress);
        if (heads) {
            parser.unread = "It is too large to be read here: look at it in the mailbox.";
        } else {
            parser.readPart(mail, 0);
        }
        return parser.mail(mail, arrived);
    }

    private ReceivedMail mail(MimeMessage mail, Instant arrived) throws MessagingException {
        InternetAddress from = sender(mail);
        return new ReceivedMail(
                mail.getMessageID(),
                arrived,
                from == null || from.getAddress() == null
                        ? ""
                        : from.getAddress().toLowerCase(Locale.ROOT),
                from == null || from.getPersonal() == null ? "" : from.getPersonal(),
                tokens(mail),
                answers(mail),
                mail.getSubject() == null ? "" : mail.getSubject(),
                isAutomatic(mail),
                plain.toString().isBlank() ? HtmlText.of(html.toString()) : plain.toString(),
                files,
                unread);
    }

    private static InternetAddress sender(MimeMessage mail) {
        try {
            Address[] from = mail.getFrom();
            return from != null && from.length > 0 && from[0] instanceof InternetAddress first ? first : null;
        } catch (MessagingException nonsense) {
            return null;
        }
    }

    private static boolean isAutomatic(MimeMessage mail) throws MessagingException {
        String[] submitted = mail.getHeader("Auto-Submitted");
        String[] precedence = mail.getHeader("Precedence");
        String[] returnPath = mail.getHeader("Return-Path");
        return submitted != null && !NO.matcher(submitted[0]).matches()
                || precedence != null && BULK.matcher(precedence[0]).matches()
                || mail.getHeader("X-Autoreply") != null
                || mail.getHeader("X-Autorespond") != null
                || returnPath != null && returnPath[0].replaceAll("\\s", "").equals("<>");
    }

    /** Wherever a server may have left the address to which the mail was sent. */
    private List<String> tokens(MimeMessage mail) throws MessagingException {
        int at = replyAddress.lastIndexOf('@');
        Pattern token = Pattern.compile(
                "(?<![^\\s<,;:\"])%s\\+([a-z2-7]{1,64})%s(?![a-z0-9.-])"
                        .formatted(
                                Pattern.quote(replyAddress.substring(0, at)),
                                Pattern.quote(replyAddress.substring(at))),
                Pattern.CASE_INSENSITIVE);
        List<String> found = new ArrayList<>();
        for (String header : List.of("Delivered-To", "X-Original-To", "To", "Cc", "Bcc")) {
            String[] values = mail.getHeader(header);
            if (values != null) {
                Arrays.stream(values)
                        .map(ReceivedMailParser::limited)
                        .flatMap(value -> token.matcher(value).results())
                        .forEach(one -> found.add(one.group(1)));
            }
        }
        return found.stream().distinct().limit(10).toList();
    }

    /** The message at hand first, then those before it, the nearest first. */
    private static List<Answered> answers(MimeMessage mail) throws MessagingException {
        List<Answered> found = new ArrayList<>();
        for (String header : List.of("In-Reply-To", "References")) {
            String[] values = mail.getHeader(header);
            List<Answered> here = new ArrayList<>();
            if (values != null) {
                Matcher id = MailChannel.NUMBER.matcher(limited(values[0]));
                while (id.find()) {
                    here.add(0, new Answered(Long.parseLong(id.group(1)), Long.parseLong(id.group(2))));
                }
            }
            found.addAll(here);
        }
        return found.stream().distinct().limit(10).toList();
    }

    private static String limited(String header) {
        return header.substring(0, Math.min(header.length(), LONGEST_LINE_OF_IDS));
    }

    private void readPart(MimePart part, int depth) {
        parts++;
        if (depth > DEEPEST || parts > MOST_PARTS) {
            unread = TOO_MUCH;
            return;
        }
        try {
            if (part.isMimeType("multipart/*")) {
                readParts(part, depth);
            } else if (isFile(part)) {
                readFile(part);
            } else if (part.isMimeType("text/html")) {
                append(html, part);
            } else if (part.isMimeType("text/*")) {
                append(plain, part);
            }
        } catch (MessagingException | IOException | RuntimeException broken) {
            unread = unread == null ? UNREADABLE : unread;
        }
    }

    private void readParts(MimePart part, int depth) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart several) {
            for (int at = 0; at < several.getCount(); at++) {
                readPart((MimePart) several.getBodyPart(at), depth + 1);
            }
        } else {
            unread = UNREADABLE;
        }
    }

    private static boolean isFile(MimePart part) throws MessagingException {
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return true;
        }
        boolean belongsToText = part.getContentID() != null && part.isMimeType("image/*");
        return !belongsToText && (name(part) != null || !part.isMimeType("text/*"));
    }

    private void readFile(MimePart part) throws MessagingException, IOException {
        if (files.size() >= MOST_FILES) {
            unread = TOO_MUCH;
            return;
        }
        String name = name(part);
        try (InputStream content = part.getInputStream()) {
            files.add(new Attachment(
                    name != null ? name : part.isMimeType("message/rfc822") ? "E-mail.eml" : "File",
                    content.readNBytes(LARGEST_FILE)));
        }
    }

    private static String name(Part part) throws MessagingException {
        String name = part.getFileName();
        try {
            return name == null || name.isBlank() ? null : MimeUtility.decodeText(name);
        } catch (UnsupportedEncodingException unknown) {
            return name;
        }
    }

    private void append(StringBuilder text, MimePart part) throws MessagingException, IOException {
        try (InputStream content = part.getInputStream()) {
            byte[] read = content.readNBytes(LARGEST_TEXT);
            if (read.length == LARGEST_TEXT) {
                unread = "It is longer than is read here: look at the rest in the mailbox.";
            }
            text.append(text.isEmpty() ? "" : "\n").append(new String(read, charset(part)));
        }
    }

    private static Charset charset(MimePart part) throws MessagingException {
        String named = new jakarta.mail.internet.ContentType(part.getContentType()).getParameter("charset");
        try {
            return named == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(named));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.ISO_8859_1;
        }
    }

    /** Whether it is one of ours that has come back into the mailbox by some way, such as a copy or a forwarding rule. */
    static boolean isOurs(MimeMessage mail) throws MessagingException {
        return Stream.ofNullable(mail.getMessageID())
                .anyMatch(id -> MailChannel.NUMBER.matcher(id.strip()).matches());
    }
}
