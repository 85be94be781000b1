package org.rovingpm.notification.delivery;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** The body of an answer, which fails where it is longer than expected. */
class ShortBody implements BodySubscriber<byte[]> {

    private final BodySubscriber<byte[]> body = BodySubscribers.ofByteArray();
    private final int longest;
    private Flow.Subscription connection;
    private long read;

    /** @param longest in bytes */
    ShortBody(int longest) {
        this.longest = longest;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        connection = subscription;
        body.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> part) {
        read += part.stream().mapToLong(ByteBuffer::remaining).sum();
        if (read > longest) {
            connection.cancel();
            body.onError(new IOException("The answer is longer than " + longest + " bytes"));
        } else {
            body.onNext(part);
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.onError(failure);
    }

    @Override
    public void onComplete() {
        body.onComplete();
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body.getBody();
    }
}
