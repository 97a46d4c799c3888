<?php
/** Stubs of the WordPress, Contact Form 7 and Elementor Pro functions that the plugin of the guide calls. */

$hooks = [];
$options = [];
$scheduled = [];
$posted = [];

function add_action(string $name, callable $hook, int $priority = 10, int $arguments = 1): void
{
    global $hooks;
    $hooks[$name][] = fn (...$values) => $hook(...array_slice($values, 0, $arguments));
}

function add_filter(string $name, callable $hook, int $priority = 10, int $arguments = 1): void
{
    add_action($name, $hook, $priority, $arguments);
}

function do_action(string $name, mixed ...$values): mixed
{
    global $hooks;
    foreach ($hooks[$name] ?? [] as $hook) {
        $result = $hook(...$values);
    }
    return $result ?? null;
}

function wp_json_encode(mixed $value): string
{
    return json_encode($value);
}

function wp_remote_post(string $url, array $request): array
{
    $call = curl_init($url);
    $headers = array_map(fn ($name, $value) => "$name: $value", array_keys($request['headers']), $request['headers']);
    curl_setopt_array($call, [
        CURLOPT_POST => true,
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_TIMEOUT => $request['timeout'],
        CURLOPT_HTTPHEADER => $headers,
        CURLOPT_POSTFIELDS => $request['body'],
    ]);
    $body = curl_exec($call);
    return ['body' => (string) $body, 'response' => ['code' => curl_getinfo($call, CURLINFO_RESPONSE_CODE)]];
}

function wp_remote_retrieve_response_code(array $response): int
{
    return $response['response']['code'];
}

function wp_remote_retrieve_body(array $response): string
{
    return $response['body'];
}

function wp_schedule_single_event(int $time, string $hook, array $arguments): void
{
    global $scheduled;
    $scheduled[] = ['minutes' => round(($time - time()) / 60), 'hook' => $hook, 'arguments' => $arguments];
}

function get_option(string $name, mixed $fallback): mixed
{
    global $options;
    return $options[$name] ?? $fallback;
}

function update_option(string $name, mixed $value, bool $autoload): void
{
    global $options;
    $options[$name] = $value;
}

class WPCF7_Submission
{
    public static function get_instance(): self
    {
        return new self();
    }

    public function get_posted_data(): array
    {
        global $posted;
        return $posted;
    }
}

/** Collects validation messages: implements Contact Form 7's validation result and Elementor's form handler. */
class ValidationMessages
{
    public array $messages = [];

    public function invalidate(object $tag, string $message): void
    {
        $this->messages[$tag->name] = $message;
    }

    public function add_error(string $name, string $message): void
    {
        $this->messages[$name] = $message;
    }
}

class Elementor_Record
{
    public function __construct(private array $values)
    {
    }

    public function get(string $part): array
    {
        return array_map(fn ($value) => ['value' => $value], $this->values);
    }
}

/** Runs all scheduled events, like WP-Cron. */
function run_scheduled(): void
{
    global $scheduled;
    $due = $scheduled;
    $scheduled = [];
    foreach ($due as ['hook' => $hook, 'arguments' => $arguments]) {
        do_action($hook, ...$arguments);
    }
}

const TELECRM_PRESETS = ['TELECRM_ENTERPRISE_ID', 'TELECRM_ASYNC_TOKEN', 'TELECRM_ASYNC_URL'];
foreach (TELECRM_PRESETS as $name) {
    define($name, getenv($name));
}
