import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 读一行 JSON，只为使本例不依赖别的包；宿主用自己的（如 Jackson）。数照原样读作文字。 */
final class Json {
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(String line) {
        return (Map<String, Object>) new Json(line).value();
    }

    private Object value() {
        return switch (next()) {
            case '{' -> members();
            case '[' -> items();
            case '"' -> string();
            default -> bare();
        };
    }

    private Map<String, Object> members() {
        Map<String, Object> found = new LinkedHashMap<>();
        for (at++; next() != '}'; ) {
            String name = string();
            expect(':');
            found.put(name, value());
            if (next() == ',') {
                at++;
            }
        }
        at++;
        return found;
    }

    private List<Object> items() {
        List<Object> found = new ArrayList<>();
        for (at++; next() != ']'; ) {
            found.add(value());
            if (next() == ',') {
                at++;
            }
        }
        at++;
        return found;
    }

    private String string() {
        expect('"');
        StringBuilder found = new StringBuilder();
        for (char sign; (sign = text.charAt(at++)) != '"'; ) {
            found.append(sign == '\\' ? escaped() : sign);
        }
        return found.toString();
    }

    private char escaped() {
        char sign = text.charAt(at++);
        if (sign == 'u') {
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
        int known = "bfnrt".indexOf(sign);
        return known < 0 ? sign : "\b\f\n\r\t".charAt(known);
    }

    private Object bare() {
        int from = at;
        while (at < text.length() && ",]} \t".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String found = text.substring(from, at);
        return switch (found) {
            case "null" -> null;
            case "true", "false" -> Boolean.valueOf(found);
            default -> found;
        };
    }

    private char next() {
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.charAt(at);
    }

    private void expect(char sign) {
        if (next() != sign) {
            throw new IllegalArgumentException("不是 JSON：第 " + (at + 1) + " 个字符");
        }
        at++;
    }
}
