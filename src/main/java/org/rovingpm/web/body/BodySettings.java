package org.rovingpm.web.body;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much may be sent in one request, and how long it may take to arrive. Nothing is read beyond these limits.
 *
 * @param json       largest body of a call
 * @param form       largest body of a form, on a page or in Tasklist
 * @param deployment largest deployment: the model check takes 20 MB, and a request has some overhead
 * @param upload     largest upload: a document of 10 MB, and the same overhead
 * @param time       how long the server waits for a whole body
 * @param fileTime   how long it waits for a whole deployment or upload
 * @param depth      how deep JSON may nest
 * @param elements   how many values, names and brackets JSON may have
 */
@ConfigurationProperties("rovingpm.body")
record BodySettings(
        @DefaultValue("256KB") DataSize json,
        @DefaultValue("1MB") DataSize form,
        @DefaultValue("21MB") DataSize deployment,
        @DefaultValue("11MB") DataSize upload,
        @DefaultValue("20s") Duration time,
        @DefaultValue("2m") Duration fileTime,
        @DefaultValue("50") int depth,
        @DefaultValue("20000") int elements) {}
