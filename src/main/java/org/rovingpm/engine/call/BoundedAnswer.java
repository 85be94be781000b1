package org.rovingpm.engine.call;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.http.HttpEntity;
import org.apache.http.entity.HttpEntityWrapper;

/** An answer that is cut off when it grows too large (10 MB of text) or takes too long. */
class BoundedAnswer extends HttpEntityWrapper {

    private static final long LARGEST = 10_000_000;

    private final long until;

    BoundedAnswer(HttpEntity answer, Duration time) {
        super(answer);
        until = System.nanoTime() + time.toNanos();
    }

    @Override
    public InputStream getContent() throws IOException {
        return new Content(super.getContent());
    }

    private class Content extends FilterInputStream {

        private long read;

        Content(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int more) throws IOException {
            read += more;
            if (read > LARGEST) {
                throw new IOException("The answer is larger than 10 MB");
            }
            if (System.nanoTime() - until > 0) {
                throw new IOException("The answer takes too long");
            }
        }
    }
}
