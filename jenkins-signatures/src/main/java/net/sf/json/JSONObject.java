package net.sf.json;

public final class JSONObject {
    private JSONObject() {}

    public String optString(String key) {
        throw new UnsupportedOperationException("signature");
    }

    public Object remove(String key) {
        throw new UnsupportedOperationException("signature");
    }
}
