package org.rovingpm.submission;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;

/** Holds text to the rule of {@link MailAddress}. */
public class MailAddressValidator implements ConstraintValidator<MailAddress, String> {

    @Override
    public boolean isValid(String address, ConstraintValidatorContext context) {
        return address == null || MailAddress.FORM.matcher(address).matches();
    }
}
