package io.quarkiverse.flamingock.runtime.redact;

/**
 * Private keys as files hold them, with their lines broken or not.
 */
final class PrivateKeys implements Finder {

    private static final String BEGIN = "-----begin ";
    private static final String END = "-----end ";
    private static final int LONGEST_TITLE = 60;

    @Override
    public void find(Text text, Hidden hidden) {
        int begin = text.find(BEGIN, 0);
        while (begin >= 0) {
            int title = begin + BEGIN.length();
            int body = title;
            boolean secret = false;
            while (body < title + LONGEST_TITLE && text.at(body) != '-' && body < text.length()) {
                secret |= text.is("private", body);
                body++;
            }
            if (!secret) {
                begin = text.find(BEGIN, body);
                continue;
            }
            int end = text.find(END, body);
            hidden.hide(body, end < 0 ? text.length() : end);
            begin = end < 0 ? -1 : text.find(BEGIN, end);
        }
    }
}
