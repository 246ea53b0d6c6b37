"""What a page complains of while it is looked at."""


def watch(page):
    """Returns the list that fills with errors of script, policy violations and broken files."""
    complaints = []

    def console(message):
        # A page that is itself a refusal (404, 422) is no error; what it loads is watched below.
        if message.type == "error" and "Failed to load resource" not in message.text:
            complaints.append(f"{page.url}: {message.text}")

    def response(answer):
        if answer.status >= 400 and not answer.request.is_navigation_request():
            complaints.append(f"{answer.url}: {answer.status}")

    page.on("console", console)
    page.on("response", response)
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    return complaints
