package org.acme.orders;

import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import io.quarkiverse.flamingock.spi.Redactor;

/**
 * Numbers of customers are nobody's business.
 */
// tag::redactor[]
@Singleton
public class CustomerNumbers implements Redactor {

    private static final Pattern NUMBER = Pattern.compile("C-\\d{1,9}");

    @Override
    public String redact(String text) {
        return NUMBER.matcher(text).replaceAll("C-***");
    }
}
// end::redactor[]
