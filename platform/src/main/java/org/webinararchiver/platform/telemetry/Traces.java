package org.webinararchiver.platform.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Traces across processes: where one goes on is written as W3C says, in the header {@code traceparent}. */
@ApplicationScoped
public class Traces {
    private static final String PARENT = "traceparent";
    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

    private final Tracer tracer;
    private final boolean areKept;

    public Traces(OpenTelemetry telemetry, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean sdkIsDisabled) {
        this.tracer = telemetry.getTracer("webinar-archiver");
        this.areKept = !sdkIsDisabled;
    }

    /** Whether anything is traced at all. */
    public boolean areKept() {
        return areKept;
    }

    /** What this thread is in the middle of; absent where that is not traced. */
    public Optional<String> present() {
        var header = new HashMap<String, String>();
        W3C.inject(Context.current(), header, Map::put);
        return Optional.ofNullable(header.get(PARENT));
    }

    /**
     * Does a piece of work on this thread.
     *
     * @param within what it belongs to; absent when it is a trace of its own
     * @param about what is told of it: ids and numbers, nothing that is secret
     */
    public void during(String name, Optional<String> within, Map<String, String> about, Consumer<Work> work) {
        var builder = tracer.spanBuilder(name).setSpanKind(SpanKind.CONSUMER).setParent(context(within));
        about.forEach(builder::setAttribute);
        var span = builder.startSpan();
        try (var scope = span.makeCurrent()) {
            work.accept(new Work(span));
        } finally {
            span.end();
        }
    }

    private static Context context(Optional<String> within) {
        return within.map(parent -> W3C.extract(Context.root(), Map.of(PARENT, parent), HEADERS))
                .orElseGet(Context::root);
    }

    private static final TextMapGetter<Map<String, String>> HEADERS = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> headers) {
            return List.copyOf(headers.keySet());
        }

        @Override
        public String get(Map<String, String> headers, String name) {
            return headers == null ? null : headers.get(name);
        }
    };

    /** A piece of work that is traced. */
    public record Work(Span span) {

        /** It ends in this way, which is no fault. */
        public void ended(String how) {
            span.setAttribute("archiver.outcome", how);
        }

        /** It ends in this way, which somebody may want to know. */
        public void failed(String how) {
            ended(how);
            span.setStatus(StatusCode.ERROR, how);
        }
    }
}
