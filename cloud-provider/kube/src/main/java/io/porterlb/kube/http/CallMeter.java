package io.porterlb.kube.http;

import io.porterlb.kube.ApiCall;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/// Tells of each call when the head of its answer is there, or when it has failed.
record CallMeter(Consumer<ApiCall> listener) implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        long begun = System.nanoTime();
        try {
            Response response = chain.proceed(chain.request());
            tell(chain.request(), Integer.toString(response.code()), begun);
            return response;
        } catch (IOException e) {
            tell(chain.request(), "<error>", begun);
            throw e;
        }
    }

    private void tell(Request request, String code, long begun) {
        Duration time = Duration.ofNanos(System.nanoTime() - begun);
        listener.accept(new ApiCall(request.method(), host(request.url()), code, time));
    }

    private static String host(HttpUrl url) {
        String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
        return host + ":" + url.port();
    }
}
