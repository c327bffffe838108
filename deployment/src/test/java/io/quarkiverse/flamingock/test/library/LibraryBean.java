package io.quarkiverse.flamingock.test.library;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class LibraryBean {

    public String hello() {
        return "hello from a library";
    }
}
