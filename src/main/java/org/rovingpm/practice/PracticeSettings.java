package org.rovingpm.practice;

import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * Where practices and positions come from.
 *
 * @param postcodeFile CSV file of postcode, latitude and longitude; empty for none
 * @param outcodeFile  CSV file of outward code, latitude and longitude; empty for none
 */
@ConfigurationProperties("rovingpm")
public record PracticeSettings(@DefaultValue Register register, String postcodeFile, String outcodeFile) {

    /**
     * The NHS register of practices.
     *
     * @param file           the NHS file epraccur.csv; empty for none
     * @param icb            code of the integrated care board whose practices the scheme serves; empty for all of England
     * @param missingAllowed how many known practices, in per cent, a new file may lack before it is refused as incomplete
     */
    public record Register(
            String file, String icb, @DefaultValue("10") int missingAllowed) {

        public Register {
            icb = StringUtils.hasText(icb) ? icb.strip().toUpperCase(Locale.ROOT) : null;
        }
    }
}
