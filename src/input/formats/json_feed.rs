//! JSON Feed 1.0 and 1.1 (<https://www.jsonfeed.org/version/1.1/>).

pub(super) const IS: &str = "+items ?version~jsonfeed;org/version/|items.content_html,content_text";

pub(super) const FEED: &str = "title=title url=home_page_url language=language
    publisher=.{name=title url=home_page_url logo=icon logo=favicon} more=.?expired!true{url=next_url}
    authors[]=authors authors[]=author";

pub(super) const ITEM: &str = "id=id url=url url=external_url headline=title summary=summary
    datePublished=date_published dateModified=date_modified language=language
    image=image image=banner_image readingTime=_*.reading_time
    authors[]=authors authors[]=author tags[]=tags
    body[]=.{type='html html=content_html text=content_text}
    body[]+=attachments.?mime_type=audio/*{type='audio url=url title=title duration=duration_in_seconds}
    body[]+=attachments.?mime_type=video/*{type='video url=url title=title duration=duration_in_seconds}";
